/** What is to be done: working days, deadlines of departments, notices to people, and long work in the background as jobs that any instance does. */
@NullMarked
@ApplicationModule(allowedDependencies = {"identity", "audit", "problem", "lease", "life"})
package org.exchangehub.core.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
