/**
 * What an event changed: the old value and the new one, folded from its stream and never stored. Pure.
 * May use: {@code gongkai.event}, {@code gongkai.status}, {@code gongkai.time} and the JDK.
 */
package gongkai.query.trail.change;
