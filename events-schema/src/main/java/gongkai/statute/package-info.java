/**
 * The statutory overlay: limits that stand above the plan's own, each with its article and the days on which it is in
 * force; they never change the plan's own status.
 * May use: {@code gongkai.event}, {@code gongkai.status}, {@code gongkai.time} and the JDK.
 */
package gongkai.statute;
