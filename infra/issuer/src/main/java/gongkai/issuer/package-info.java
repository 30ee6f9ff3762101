/**
 * The OpenID provider of an installation that has no other. The services know it by its address alone.
 * May use: its rooms, Spring Boot.
 */
@org.jspecify.annotations.NullMarked
package gongkai.issuer;
