/**
 * The domain's words as an officer reads them, on pages and in documents.
 * May use: {@code gongkai.query.bulletin.figure}, {@code gongkai.query.obligation},
 * {@code gongkai.query.trail.change}, {@code gongkai.query.reading}, {@code gongkai.status},
 * {@code gongkai.event}, {@code gongkai.time} and Spring.
 */
package gongkai.query.wording;
