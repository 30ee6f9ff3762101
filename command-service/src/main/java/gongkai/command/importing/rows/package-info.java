/**
 * A task table as rows of text, whatever file it came from; pure.
 * May use: the JDK alone.
 */
package gongkai.command.importing.rows;
