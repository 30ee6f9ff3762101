/**
 * The evidence bundle: what an inspector takes along, made from records alone, so that anybody can make it again.
 * May use: {@code gongkai.event}, {@code gongkai.proof}, {@code gongkai.record}, {@code gongkai.status},
 * {@code gongkai.time}, Jackson and the JDK.
 */
package gongkai.bundle;
