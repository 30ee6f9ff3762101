/**
 * Which requests are traced, and what leaves the service about them.
 * May use: Micrometer's tracing, OpenTelemetry's sampler and Spring; nothing of the domain.
 */
package gongkai.http.tracing;
