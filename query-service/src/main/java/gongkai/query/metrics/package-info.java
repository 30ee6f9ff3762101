/**
 * The query service's own numbers, each with its name, unit and meaning here, looked up when they are asked for.
 * May use: {@code gongkai.query.progress}, {@code gongkai.query.feed}, {@code gongkai.query.agreement},
 * {@code gongkai.query.breach}, {@code gongkai.query.delivery}, {@code gongkai.query.stream}, {@code gongkai.query.record},
 * {@code gongkai.query.asof}, the Prometheus client and Spring.
 */
package gongkai.query.metrics;
