/**
 * Documents as an office files them: tables as Word, Excel and CSV; the only room here that knows those formats.
 * May use: Apache POI, Commons CSV and Spring's media types.
 */
package gongkai.query.office;
