/**
 * How each date of an obligation came to be, counted anew from the facts, with the second lamp of the statutes.
 * May use: {@code gongkai.query.obligation}, {@code gongkai.query.asof}, {@code gongkai.event}, {@code gongkai.statute},
 * {@code gongkai.status}, {@code gongkai.time} and {@code gongkai.http}.
 */
package gongkai.query.explanation;
