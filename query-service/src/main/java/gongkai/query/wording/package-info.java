/**
 * The domain's words as an officer reads them, on pages and in documents.
 * May use: {@code gongkai.query.bulletin.figure}, {@code gongkai.query.obligation}, {@code gongkai.status},
 * {@code gongkai.event}, {@code gongkai.time} and Spring.
 */
package gongkai.query.wording;
