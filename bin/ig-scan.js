#!/usr/bin/env node
// Starts the program, nothing else.
import { main } from '../dist/cli.js';

process.exitCode = await main(process.argv.slice(2));
