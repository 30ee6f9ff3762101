/**
 * Those that are measured: each carries out the same work durably on a PostgreSQL database of its own.
 * May use: {@code gongkai.command}, {@code gongkai.event}, {@code gongkai.record}, Axon, Spring, Hibernate and Pekko.
 */
package gongkai.bench.contender;
