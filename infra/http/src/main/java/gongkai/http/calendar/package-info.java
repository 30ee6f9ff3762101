/**
 * What-if questions to the country's working calendar, which both services answer alike.
 * May use: {@code gongkai.time}, {@code gongkai.http} and Spring Web.
 */
package gongkai.http.calendar;
