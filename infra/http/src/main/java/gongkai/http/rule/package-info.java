/**
 * How rules and their time limits look in JSON, the same on both services.
 * May use: {@code gongkai.event} and {@code gongkai.time}.
 */
package gongkai.http.rule;
