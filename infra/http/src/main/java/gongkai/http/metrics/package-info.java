/**
 * Where a Prometheus reads a service's numbers; the numbers are other rooms'.
 * May use: the Prometheus client and Spring; nothing of the domain.
 */
package gongkai.http.metrics;
