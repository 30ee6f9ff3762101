/**
 * Who signed in and out, who could not, and whose account was changed by whom: one line each.
 * May use: {@code gongkai.issuer.account}, bucket4j, SLF4J and Spring Authorization Server.
 */
package gongkai.issuer.log;
