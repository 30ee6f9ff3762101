/**
 * People who may sign in: their passwords, and what they are.
 * May use: nbvcxz, Spring's JDBC and Spring Security.
 */
package gongkai.issuer.account;
