/**
 * The command API as the desk calls it on a person's behalf, and its refusals in Chinese.
 * May use: {@code gongkai.query.desk.form}, {@code gongkai.event}, {@code gongkai.http}, {@code gongkai.http.rule} and
 * Spring's HTTP client.
 */
package gongkai.query.desk.command;
