/**
 * Which unit is late today: counts by status, for a county and for a unit.
 * May use: {@code gongkai.query.obligation}, {@code gongkai.query.asof}, {@code gongkai.status}, {@code gongkai.event},
 * {@code gongkai.time}, {@code gongkai.http} and Spring.
 */
package gongkai.query.status;
