/**
 * Measures the inspector's questions: a county of ten years as it stood at any two times, beside an Axon replay to the same
 * moment, and the evidence bundle of a county-year.
 * May use: {@code query-service}, {@code infra/embedded}, {@code events-schema} and Axon.
 */
package gongkai.bench.inspect;
