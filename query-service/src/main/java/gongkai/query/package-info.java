/**
 * The service that answers: topic → projection → API → page.
 * May use: all its rooms, to put them together.
 */
package gongkai.query;
