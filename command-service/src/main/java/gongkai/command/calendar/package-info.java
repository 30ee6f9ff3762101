/**
 * The State Council's holiday arrangements that ship with the product.
 * May use: {@code gongkai.time} and Jackson.
 */
package gongkai.command.calendar;
