/**
 * Who asks, by the token that came along, and whether they may: each service lists its operations in one {@link
 * gongkai.http.access.AccessMatrix}, and what is not in it is refused.
 * May use: {@code gongkai.http}, {@code gongkai.event}, Spring MVC, Spring Security, SLF4J, bucket4j and Caffeine.
 */
package gongkai.http.access;
