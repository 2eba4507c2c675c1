package experiment

import (
	"context"
	"sync"
	"sync/atomic"
)

// crew is the workers of a task of numbered parts, and the parts that pass
// between them and the merger. A worker takes an empty part before it claims the
// next number, so that those claimed and not merged are never more than there
// are parts: that bounds memory, however slow one worker is.
type crew[T any] struct {
	parts int
	next  atomic.Int64
	empty chan *part[T]
	full  chan *part[T]
	team  sync.WaitGroup
}

// part is a piece of the task: its number, and what the worker made of it.
type part[T any] struct {
	index int
	body  T
}

// fill does one part of a task into body, which still holds an earlier part. It
// stops early when ctx has ended.
type fill[T any] func(ctx context.Context, index int, body *T)

// deal has workers do the parts 0 to parts-1 and merges them in their order,
// whatever order they come in, on the caller's goroutine. Each worker has a fill
// of its own. It ends with the first error of merge, or when ctx ends and what
// was being done then is merged; nobody works on after that.
func deal[T any](ctx context.Context, parts, workers int, worker func() fill[T], merge func(ctx context.Context, index int, body *T) error) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	workers = min(workers, parts)
	window := 2*workers + 1
	c := &crew[T]{parts: parts, empty: make(chan *part[T], window), full: make(chan *part[T], window)}
	for range window {
		c.empty <- &part[T]{}
	}
	for range workers {
		c.team.Go(func() { c.work(ctx, worker()) })
	}
	defer c.team.Wait() // after stop
	defer stop()
	return c.mergeAll(ctx, merge)
}

// work does parts until there are none left or ctx ends.
func (c *crew[T]) work(ctx context.Context, do fill[T]) {
	for {
		select {
		case p := <-c.empty:
			p.index = int(c.next.Add(1) - 1)
			if p.index >= c.parts {
				return
			}
			do(ctx, p.index, &p.body)
			c.full <- p // there is room for every part
		case <-ctx.Done():
			return
		}
	}
}

// mergeAll merges the parts in their order.
func (c *crew[T]) mergeAll(ctx context.Context, merge func(context.Context, int, *T) error) error {
	waiting := map[int]*part[T]{}
	for index := range c.parts {
		p, err := c.take(ctx, waiting, index)
		if err != nil {
			return err
		}
		if err := merge(ctx, index, &p.body); err != nil {
			return err
		}
		c.empty <- p
	}
	return nil
}

// take waits for a part and keeps those that come before their turn. After a
// cancellation it waits only for a part that is still being done.
func (c *crew[T]) take(ctx context.Context, waiting map[int]*part[T], index int) (*part[T], error) {
	for waiting[index] == nil {
		select {
		case p := <-c.full:
			waiting[p.index] = p
			continue
		default:
		}
		select {
		case p := <-c.full:
			waiting[p.index] = p
		case <-ctx.Done():
			if p := c.leftover(waiting, index); p == nil {
				return nil, ctx.Err()
			}
		}
	}
	p := waiting[index]
	delete(waiting, index)
	return p, nil
}

// leftover lets the workers put their parts down, and returns the one of an
// index, if there is one.
func (c *crew[T]) leftover(waiting map[int]*part[T], index int) *part[T] {
	c.team.Wait()
	for len(c.full) > 0 {
		p := <-c.full
		waiting[p.index] = p
	}
	return waiting[index]
}
