/**
 * People who may sign in: their passwords, and what they are.
 * May use: Spring's JDBC and Spring Security.
 */
package gongkai.issuer.account;
