/**
 * Contracts that the tests of every service fulfil, and what these tests have in common. The contracts are interfaces, so
 * that a test may have a base class of its service's.
 */
@NullMarked
package whatis.web;

import org.jspecify.annotations.NullMarked;
