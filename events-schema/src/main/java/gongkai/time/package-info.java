/**
 * What the words of a time limit mean: calendar dates and working days in Asia/Shanghai.
 * May use: the JDK alone.
 */
package gongkai.time;
