/**
 * Everything in one foreground process: PostgreSQL, Kafka, both services and the sample. May use the two services' main
 * classes, the embedded servers, {@code gongkai.standalone.sample} and Spring; talks to the services over HTTP only.
 */
package gongkai.standalone;
