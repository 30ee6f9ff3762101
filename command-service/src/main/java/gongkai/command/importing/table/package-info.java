/**
 * Files to rows of text, cell by cell; the only room that knows Office formats.
 * May use: Apache POI and the JDK.
 */
package gongkai.command.importing.table;
