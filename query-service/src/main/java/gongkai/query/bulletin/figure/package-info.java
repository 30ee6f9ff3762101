/**
 * What a bulletin counts and how it ranks: pure rules over facts.
 * May use: {@code gongkai.statute}, {@code gongkai.status}, {@code gongkai.event}, {@code gongkai.time} and the JDK.
 */
package gongkai.query.bulletin.figure;
