/**
 * Everything in one foreground process: PostgreSQL, Kafka, both services and the sample. May use the services' main
 * classes, what the issuer tells at its start, the embedded servers, {@code gongkai.standalone.sample} and Spring; talks to the services over HTTP only.
 */
package gongkai.standalone;
