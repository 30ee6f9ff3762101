/**
 * What is sealed of persons, opened by the command service while an answer is made, for whoever asks, and kept nowhere.
 * May use: {@code gongkai.person}, {@code gongkai.http.access} and {@code gongkai.query.access}.
 */
package gongkai.query.person;
