/**
 * What all slices of the query API share on its outside: problem documents and the OpenAPI page.
 * May use: {@code gongkai.query.asof}, {@code gongkai.http} and Spring.
 */
package gongkai.query.api;
