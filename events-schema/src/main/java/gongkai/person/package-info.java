/**
 * How what identifies a person is sealed and opened; keys come from elsewhere.
 * May use: {@code gongkai.event} and the JDK.
 */
package gongkai.person;
