/**
 * The two times of a question: from the parameters of a request to a moment and a position.
 * May use: {@code gongkai.query.record}, {@code gongkai.query.projection}, {@code gongkai.status}, {@code gongkai.time},
 * {@code gongkai.http} and Spring.
 */
package gongkai.query.asof;
