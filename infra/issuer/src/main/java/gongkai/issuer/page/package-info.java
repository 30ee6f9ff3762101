/**
 * What people see of the issuer: signing in, choosing a password, and the administrators' list of accounts.
 * May use: {@code gongkai.issuer.account}, Spring MVC and Spring Authorization Server.
 */
package gongkai.issuer.page;
