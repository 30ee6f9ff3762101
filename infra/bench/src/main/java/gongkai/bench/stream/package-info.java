/**
 * Measures the read side: how fast views are built anew, beside stock Axon, and how soon a command's answer is visible.
 * May use: both services, {@code infra/embedded}, Axon and Hibernate.
 */
package gongkai.bench.stream;
