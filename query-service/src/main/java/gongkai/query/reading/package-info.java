/**
 * Reads that are themselves on record: which evidence, export, bulletin, trail or earlier state was handed out, to whom,
 * with the hash of the very bytes; a chain of hashes for each county.
 * May use: {@code gongkai.query.durable}, {@code gongkai.query.projection}, {@code gongkai.query.record},
 * {@code gongkai.query.asof}, {@code gongkai.bundle}, {@code gongkai.event}, {@code gongkai.time}, {@code gongkai.http}
 * and Spring.
 */
package gongkai.query.reading;
