/**
 * Which addresses of the network a message may be sent to: the public ones, and those that the operator lists.
 * May use: the IPAddress library and Spring.
 */
package gongkai.query.delivery.address;
