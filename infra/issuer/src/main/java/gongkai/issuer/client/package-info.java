/**
 * Programs that get tokens, the key that signs them, and what they say.
 * May use: {@code gongkai.issuer.account}, Jackson, Caffeine and Spring Authorization Server.
 */
package gongkai.issuer.client;
