/**
 * Says offline what an evidence bundle proves, or names the first thing that is wrong with it.
 * May use: {@code gongkai.bundle}, {@code gongkai.event}, {@code gongkai.proof}, {@code gongkai.record},
 * {@code gongkai.time}, picocli and the JDK.
 */
package gongkai.verifier;
