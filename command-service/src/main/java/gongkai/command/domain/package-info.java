/**
 * What every decider has in common: commands in, events out, and the closed set of refusals.
 * May use: {@code gongkai.event}, {@code gongkai.time} and the JDK.
 */
package gongkai.command.domain;
