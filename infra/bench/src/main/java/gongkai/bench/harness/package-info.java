/**
 * Callers, clocks and statistics: what a run measured and how runs are compared.
 * May use: HdrHistogram and the JDK.
 */
package gongkai.bench.harness;
