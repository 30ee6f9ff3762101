/**
 * What an empty installation is filled with: the real table, and the invented year of the demo around it. May use
 * {@code gongkai.time}, Spring's HTTP client and JDBC; talks to the services over their public API only, and looks into
 * the query side's database for when its notices look next.
 */
package gongkai.standalone.sample;
