/**
 * Who may ask the command service for what.
 * May use: {@code gongkai.http.access} and Spring Security.
 */
package gongkai.command.access;
