/**
 * Who may ask the query service for what, how people sign in, and with whose token the command service is asked.
 * May use: {@code gongkai.http.access}, Spring Security and Spring's HTTP client.
 */
package gongkai.query.access;
