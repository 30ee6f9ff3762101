/**
 * Files to grids of text, cell by cell; the only room that knows Office formats and CSV.
 * May use: {@code gongkai.command.importing.rows}, Apache POI, Commons CSV and the JDK.
 */
package gongkai.command.importing.table;
