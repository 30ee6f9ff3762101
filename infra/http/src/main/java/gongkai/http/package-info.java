/**
 * How both services speak HTTP: RFC 9457 problem documents, and OpenAPI pages that name them for every operation.
 * May use: Spring MVC and springdoc; nothing of the domain.
 */
package gongkai.http;
